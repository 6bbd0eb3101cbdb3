// What `npm run bench` measures. To add a measurement: write a module beside this one whose export is `{ name, target, run }` and
// name it here. `run(place)` gives the product's time and raw PostgreSQL's for the same work in the same run, each as from
// `timed`, or a `value` with its unit; place: see place.mjs; target: see target.mjs.
import { board, pastBoard } from "./board.mjs";
import { create } from "./create.mjs";
import { crowd } from "./crowd.mjs";
import { emptyRoute } from "./empty-route.mjs";
import { exportCsv } from "./export-csv.mjs";
import { importCsv } from "./import-csv.mjs";
import { deepPage, filteredCount, firstPage } from "./list.mjs";
import { boardPage, firstLoad, layoutShift, listPage } from "./pages.mjs";
import { coldStart, idleMemory } from "./rest.mjs";
import { commonTerms, rareTerm } from "./search.mjs";
import { statistics, wholeMap } from "./statistics.mjs";

export const measurements = [
  emptyRoute, firstPage, deepPage, filteredCount, statistics, wholeMap, rareTerm, commonTerms, board, pastBoard, create, crowd, boardPage, listPage, firstLoad, layoutShift, exportCsv, importCsv,
  // The product is started again for these: they come last.
  coldStart, idleMemory,
];
