import type { FileDoor } from "./files.js";

/** A door that lets nothing through: only what the client has open is known. */
export const closedDoor: FileDoor = {
  list: async () => undefined,
  read: async () => undefined,
};

/** Local files through one door, all others (virtual and remote workspaces) through another. */
export function doorByScheme(local: FileDoor, others: FileDoor): FileDoor {
  const doorFor = (uri: string): FileDoor => (uri.startsWith("file:") ? local : others);
  return {
    list: (uri) => doorFor(uri).list(uri),
    read: (uri) => doorFor(uri).read(uri),
  };
}
