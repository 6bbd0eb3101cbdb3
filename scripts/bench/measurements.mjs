// What `npm run bench` measures. To add a measurement: write a module beside this one whose export is `{ name, target, run }` and
// name it here. `run(place)` gives the product's time and raw PostgreSQL's for the same work in the same run, each as from
// `timed`; place: { address, token, client, size, get, getStream, post, serverMemory }. `target` is the ratio, or the milliseconds, that are wanted.
import { board } from "./board.mjs";
import { create } from "./create.mjs";
import { emptyRoute } from "./empty-route.mjs";
import { exportCsv } from "./export-csv.mjs";
import { importCsv } from "./import-csv.mjs";
import { deepPage, filteredCount, firstPage } from "./list.mjs";

export const measurements = [emptyRoute, firstPage, deepPage, filteredCount, board, create, exportCsv, importCsv];
