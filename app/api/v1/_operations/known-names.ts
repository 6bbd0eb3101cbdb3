import { refuse, type Result } from "@/lib/kernel/result";

/** Reads an address only where it names nothing but these: a filter that is misspelt would else count everything. */
export const withKnownNames =
  <T>(shape: object, read: (params: URLSearchParams) => Result<T>) =>
  (params: URLSearchParams): Result<T> => {
    const names: ReadonlySet<string> = new Set(Object.keys(shape));
    const unknown = [...new Set(params.keys())].filter((name) => !names.has(name));
    if (unknown.length === 0) return read(params);
    return refuse({ kind: "invalid", errors: unknown.map((name) => ({ path: name, code: "unrecognized_keys", message: `There is no filter "${name.slice(0, 60)}"; there are ${[...names].join(", ")}.` })) });
  };
