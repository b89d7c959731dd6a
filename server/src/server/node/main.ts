import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { connectionStrategy } from "../lifecycle.js";
import { startServer } from "../start.js";
import { nodeFileDoor } from "./file-door.js";

startServer(createConnection(ProposedFeatures.all, connectionStrategy), nodeFileDoor);
