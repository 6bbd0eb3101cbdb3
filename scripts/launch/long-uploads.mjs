// Preloaded into the web server: a file may take an hour to arrive over the connection of a field office. Node ends every request
// after five minutes, and Next has no setting for it. Headers still have to come within a minute, so nobody holds a place by silence.
import { subscribe } from "node:diagnostics_channel";

const longestMillis = 3_600_000;

subscribe("http.server.request.start", ({ server }) => {
  if (server.requestTimeout < longestMillis) server.requestTimeout = longestMillis;
});
