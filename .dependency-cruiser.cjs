// Import directions of the house. The count of cruised files is checked by scripts/checks/directions.mjs.
const inFeature = (files) => `^lib/.+/(${files})([.]tsx?$|/)`;
const CORE = inFeature("domain|policy");
const VOCABULARY = "^lib/(kernel|codelists)/";
// Libraries of pure functions that a rule may rest on: no clock, no input or output.
// jsdiff compares two lists (docs/decisions/0018), any-ascii is a table of characters (docs/decisions/0026).
const PURE = "node_modules/(any-ascii|diff)/";
const GENERATED = "^lib/db/generated/";
// Folders that any feature may use whole: they are the ground, not neighbours.
const GROUND = "^lib/(kernel|codelists|config|db|auth|server|audit|jobs)/";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", "Neither files nor features go in circles.", { pathNot: GENERATED }, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    rule("resolvable", "Every import is found.", { pathNot: GENERATED }, { couldNotResolve: true }),
    rule("kernel-imports-nothing", "Not even node built-ins.", { path: "^lib/kernel/" }, { pathNot: "^lib/kernel/" }),
    rule("codelists-are-data", "Coded values are pure data.", { path: "^lib/codelists/" }, { pathNot: [VOCABULARY, "node_modules/zod/"] }),
    rule("core-is-pure", "domain and policy import their like and the vocabulary.", { path: CORE }, { pathNot: [CORE, VOCABULARY, PURE] }),
    rule("schema-is-isomorphic", "A schema runs in browser and server.", { path: inFeature("schema") }, {
      pathNot: [VOCABULARY, inFeature("domain|schema"), "node_modules/zod/"],
    }),
    rule("db-stays-in-stores", "Only store, queries and the client itself touch Prisma.", {
      path: "^(app|components|lib)/", pathNot: ["^lib/(db|jobs)/", inFeature("store|queries")],
    }, { path: ["^lib/db/client", "@prisma/client", GENERATED] }),
    rule("pages-use-doors", "Pages read through loaders and write through actions.", { path: "^app/(?!api/|healthz/|readyz/|metrics/)" }, {
      path: inFeature("service|store|queries|pipeline"),
    }),
    rule("actions-are-thin", "An action binds a schema to a service.", { path: inFeature("actions") }, { path: [inFeature("store|queries"), "^lib/db/"] }),
    rule("core-knows-no-framework", "Rules and effects run without Next and React.", { path: inFeature("domain|policy|schema|service|store|queries") }, {
      path: "node_modules/(next|react)(/|$)",
    }),
    rule("ui-kit-is-domain-free", "The kit knows no feature.", { path: "^components/ui/" }, { path: "^(app/|lib/(?!kernel/))" }),
    rule("components-get-props", "Components get data as props.", { path: "^components/" }, { path: inFeature("service|store|queries|loaders|policy") }),
    rule("nothing-imports-app", "Routing is the outermost layer.", { pathNot: "^app/" }, { path: "^app/" }),
    rule("no-tests-in-product", "Product code never imports tests.", { path: "^(app|lib|components|cli)/" }, { path: "^tests/" }),
    rule("neighbours-by-front-door", "Features meet at domain, service and queries.", { path: "^lib/([^/]+)/" }, {
      path: inFeature("store|actions|loaders|pipeline"), pathNot: ["^lib/$1/", GROUND],
    }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
    doNotFollow: { path: ["node_modules", GENERATED] },
  },
};
