// The results as a Markdown table.

/** One line a figure: ours, the peer's, their ratio, the goal and whether it is reached. */
export function tableOf(rows, results) {
  const lines = ["| work | | Lockstep | peer | ratio | goal | |", "| --- | --- | --: | --: | --: | --- | --- |"];
  for (const { id, title, figures } of rows) {
    const { median } = results[id];
    figures.forEach((figure, index) => {
      lines.push(`| ${index === 0 ? title : ""} | ${figure.name} | ${cells(figure, median).join(" | ")} |`);
    });
  }
  return lines.join("\n");
}

function cells(figure, median) {
  const ours = median[figure.ours];
  const peer = figure.peer === undefined ? undefined : median[figure.peer];
  const peerName = figure.peer?.split(" ")[0];
  const ratio = ours === undefined || peer === undefined ? "" : `${shown(ours / peer)} ×`;
  return [
    shown(ours),
    figure.peer === undefined ? "" : peer === undefined ? "not measured" : `${peerName} ${shown(peer)}`,
    ratio,
    goalOf(figure, peerName),
    verdict(figure, ours, peer),
  ];
}

function goalOf({ ratio, above, atMost, atLeast }, peer) {
  if (ratio !== undefined) return `≤ ${ratio} × ${peer}`;
  if (above !== undefined) return `≤ ${peer} + ${above}`;
  if (atMost !== undefined) return `≤ ${atMost}`;
  return atLeast === undefined ? "" : `≥ ${atLeast}`;
}

function verdict({ ratio, above, atMost, atLeast }, ours, peer) {
  if (ours === undefined) return "";
  if (atMost !== undefined) return ours <= atMost ? "reached" : "missed";
  if (atLeast !== undefined) return ours >= atLeast ? "reached" : "missed";
  if (peer === undefined) return "";
  if (ratio !== undefined) return ours <= ratio * peer ? "reached" : "missed";
  return above === undefined ? "" : ours <= peer + above ? "reached" : "missed";
}

function shown(value) {
  if (value === undefined) return "not measured";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
