import type { LockstepService } from "../engine/service/service.js";
import { boardOf } from "../engine/views/board/board.js";
import type { BoardResult } from "../protocol/messages.js";
import type { Addresses } from "./addresses.js";

/** The one-voice board, with the addresses of all documents that it names. */
export function boardResultOf(service: LockstepService, addresses: Addresses, indexing: boolean): BoardResult {
  const board = boardOf(service, (words) => addresses.say(words));
  const paths = new Set([
    ...[...board.plans, ...board.apart].map(({ path }) => path),
    ...board.rows.flatMap((row) => row.differences.flatMap(({ findings }) => findings.map(({ path }) => path))),
  ]);
  return { board, uris: Object.fromEntries([...paths].map((path) => [path, addresses.uriOf(path)])), indexing };
}
