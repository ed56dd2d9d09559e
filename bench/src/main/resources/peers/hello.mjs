// The least that node:http takes to answer and to log each request to a file.
import { createWriteStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";

const log = createWriteStream("{logs}/access.log", { flags: "a" });
const answer = (request, response) => {
  log.write(`${request.socket.remoteAddress} ${request.method} ${request.url} ${request.headers["user-agent"]}\n`);
  response.setHeader("Content-Type", "text/plain").end("{body}\n");
};
const options = { cert: readFileSync("{certificate}"), key: readFileSync("{key}") };
createServer(answer).listen({http}, "127.0.0.1", 4096);
createSecureServer(options, answer).listen({https}, "127.0.0.1", 4096);
