import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, folderWith, read, run } from "./support/command-line.js";

const page = readFileSync(join(import.meta.dirname, "../../../docs/editors.md"), "utf8");

/** What the page tells people with an older Neovim to write into their init.lua. */
const setup = /Neovim 0\.7 to 0\.10.*?```lua\n(.*?)```/s.exec(page)?.[1] ?? "";

/** A person: opens a document, waits for findings, chooses a fix at one, waits until the finding is gone, saves. */
const person = `
local function said(line) io.stdout:write(line .. "\\n") end
local function codes()
  local list = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do table.insert(list, tostring(finding.code or finding.user_data.lsp.code)) end
  table.sort(list)
  return table.concat(list, ",")
end
vim.ui.select = function(items, options, choose)
  for index, item in ipairs(items) do
    if item[2].title == "Assign to Engineering" then return choose(item, index) end
  end
  said("no such fix")
  choose(nil, nil)
end
vim.cmd("edit decisions/log.md")
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
said("found " .. codes())
vim.api.nvim_win_set_cursor(0, { 3, 5 })
vim.lsp.buf.code_action()
vim.wait(20000, function() return vim.api.nvim_buf_get_option(0, "modified") and #vim.diagnostic.get(0) == 0 end, 20)
said("left " .. codes())
vim.cmd("write")
vim.cmd("quitall!")
`;

test("Neovim, set up as docs/editors.md says, shows findings and applies a fix", async () => {
  const there = await run("sh", ["-c", "command -v nvim"], { cwd: "/" });
  if (there.status !== 0) {
    console.warn("neovim is not installed: its setup was not tried in it (Debian: apt-get install neovim)");
    return;
  }
  expect(setup).toContain("vim.lsp.start_client");
  const cwd = folderWith({
    ".lockstep.yaml": "root: true\n",
    ".git/HEAD": "ref: refs/heads/main\n",
    "decisions/log.md": "# Decision log\n\n**Decision:** we buy the queue service.\n",
    "bin/lockstep": `#!/bin/sh\nexec '${process.execPath}' '${commandLine}' "$@"\n`,
    "init.lua": setup,
    "person.lua": person,
  });
  chmodSync(join(cwd, "bin/lockstep"), 0o755);
  const { status, stdout, stderr } = await run(
    "nvim",
    ["--headless", "-n", "-i", "NONE", "-u", "init.lua", "-S", "person.lua"],
    {
      cwd,
      env: { PATH: `${join(cwd, "bin")}:${process.env.PATH}`, XDG_STATE_HOME: join(cwd, "state") },
    },
  );
  expect({ status, said: stdout.trim().split("\n"), stderr }).toMatchObject({
    status: 0,
    said: ["found decision-without-domain", "left"],
  });
  expect(read(cwd, "decisions/log.md")).toMatch(/Engineering/);
});
