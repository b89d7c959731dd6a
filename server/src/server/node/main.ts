import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { compileExpressionsOnce } from "../../node/expressions.js";
import { connectionStrategy } from "../lifecycle.js";
import { startServer } from "../start.js";
import { nodeFileDoor } from "./file-door.js";
import { bundledRulePages } from "./rule-pages.js";

compileExpressionsOnce();

startServer(createConnection(ProposedFeatures.all, connectionStrategy), {
  local: nodeFileDoor,
  rulePages: bundledRulePages(),
});
