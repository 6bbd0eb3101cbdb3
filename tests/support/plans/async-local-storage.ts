// Next's modules take it from here when they are loaded, as its own server has it. Imported before any of them.
import { AsyncLocalStorage } from "node:async_hooks";

Object.assign(globalThis, { AsyncLocalStorage });
