import type { ObligationKind } from "@/lib/codelists/obligation-kind";
import type { Settings } from "./settings";

type Rule = { readonly code: string; readonly group: RuleGroup; readonly words: string | ((settings: Settings) => string) };

export type RuleGroup = "GENERAL" | "COVERAGE" | "DEADLINE" | "IMPLEMENTATION" | "STANDING_NEGATIVE" | "STANDING_POSITIVE" | "QUANTITY_CEILING" | "TERM" | "REVIEW";

/** Groups in the order of the methods page, each with the question it answers. */
export const ruleGroups: readonly { code: RuleGroup; title: string; lead: string; kinds: readonly ObligationKind[] }[] = [
  { code: "GENERAL", title: "What counts at all", lead: "These hold for every kind of duty.", kinds: [] },
  { code: "COVERAGE", title: "Who could observe", lead: "Silence is not compliance: without observers nothing is called calm.", kinds: [] },
  { code: "DEADLINE", title: "Deadlines", lead: "Timeliness stands beside the level of implementation and is worked out under every reading of the date.", kinds: ["MILESTONE", "PLAN_THEN_BUILD", "ESTABLISH_BODY", "EXCHANGE", "ENABLE", "PARALLEL"] },
  { code: "IMPLEMENTATION", title: "Implementation", lead: "Duties that are carried out step by step, on a scale from 0 to 3.", kinds: ["MILESTONE", "PLAN_THEN_BUILD", "ESTABLISH_BODY", "EXCHANGE", "ENABLE", "PARALLEL", "OPEN_ENDED"] },
  { code: "STANDING_NEGATIVE", title: "Standing prohibitions", lead: "What must not happen, without end.", kinds: ["STANDING_NEGATIVE"] },
  { code: "STANDING_POSITIVE", title: "Standing duties", lead: "What must be kept up, without end.", kinds: ["STANDING_POSITIVE"] },
  { code: "QUANTITY_CEILING", title: "Quantity ceilings", lead: "A counted figure against the limit in the text.", kinds: ["QUANTITY_CEILING"] },
  { code: "TERM", title: "Term and notice", lead: "A period, its renewal, and the notice that would end it.", kinds: ["TERM"] },
  { code: "REVIEW", title: "Proposed and decided", lead: "The rules above propose; reviewers decide, and both stay on the screen.", kinds: [] },
];

const share = ({ coverageShareNeeded }: Settings): string => `${Math.round(coverageShareNeeded * 100)} %`;

/** Every rule of the engine in words, its thresholds filled in by the settings in force. A reason on the board names one of these codes. */
export const rules = [
  { code: "G1", group: "GENERAL", words: "Only records at V3 or above decide. Records at V0 to V2 that could bear on the duty are counted beside the state as claims waiting; however many there are, they never change it. Mere context is no claim. Refuted and unverifiable records count for nothing." },
  { code: "G2", group: "GENERAL", words: "Nothing dated after the day of the board counts. A record that spans several days counts as begun on its first day and as completed or counted on its last; one dated to a week or a month counts as a step only from the end of that span." },
  { code: "G3", group: "GENERAL", words: "Before the day a duty began nothing is assessed." },
  { code: "G4", group: "GENERAL", words: "A duty that waits for a condition is not assessed until a counted record shows that it began itself. The duties that it waits for are named, with how they stand." },
  { code: "G5", group: "GENERAL", words: "Where no counted record says otherwise, a duty to be carried out stands at “not initiated”." },
  { code: "G6", group: "GENERAL", words: "Where a record that decides is denied or counter-alleged, the state carries the mark “contested”; the mark does not change the state." },
  { code: "G7", group: "GENERAL", words: "“Possible breach” is the word of an entry form: it decides nothing until reviewers have made it a finding. Where one at V3 or above lies in the window of a duty that otherwise holds (or may have changed, at any time, what SN6 keeps), the calm is marked contested and the record is named." },
  { code: "G8", group: "GENERAL", words: "“Collapsed” is never computed. It takes a decision by senior reviewers, and none is taken by the program." },
  { code: "G9", group: "GENERAL", words: "A duty of a kind that has no rule, or whose settings can't be read, is not assessed, and what is wrong is said." },
  { code: "CV1", group: "COVERAGE", words: (settings) => `Coverage is the share of the window's days on which at least one observer could see all or part of the matter. ${share(settings)} of the days are needed before calm may be reported.` },
  { code: "CV2", group: "COVERAGE", words: (settings) => `Below ${share(settings)} the state carries the mark “nobody able to observe”, and a window without a recorded breach is “not assessed”.` },
  { code: "CV3", group: "COVERAGE", words: "Where the last observer left, the mark is “monitor left” instead." },
  { code: "D1", group: "DEADLINE", words: "Completed on or before the last day in time: on time." },
  { code: "D2", group: "DEADLINE", words: "Completed after the original date but within a date to which it was moved: late, but amended. The original date stays on the screen beside the amended one." },
  { code: "D3", group: "DEADLINE", words: "Where texts differ on whether the named day is included, or an amendment is contested, both readings are worked out. Only if they give different answers is the result “date reading disputed”." },
  { code: "D4", group: "DEADLINE", words: "Completed after the last day in time: late. Not completed when it has passed: overdue." },
  { code: "D5", group: "DEADLINE", words: "Not completed and the last day in time is still ahead: not due." },
  { code: "D6", group: "DEADLINE", words: "A text that sets no date gives no timeliness." },
  { code: "D7", group: "DEADLINE", words: "A change of date counts from the day it was made. Dates that are only reported, and dates of follow-on documents, are shown but decide nothing." },
  { code: "IM1", group: "IMPLEMENTATION", words: "A counted record that the work started: level 1, minimal." },
  { code: "IM2", group: "IMPLEMENTATION", words: "A counted record that it is done in part: level 2, intermediate." },
  { code: "IM3", group: "IMPLEMENTATION", words: "Completion recorded at V4 or above, or at V3 and acknowledged by a side that is bound by the agreement and to which the duty is owed: level 3, full. Who benefits without being bound can tell of a completion; that word alone does not settle it." },
  { code: "IM4", group: "IMPLEMENTATION", words: "Completion recorded at V3 without that acknowledgement: level 2, until it is verified or acknowledged." },
  { code: "IM5", group: "IMPLEMENTATION", words: "What was set up and later closed or left keeps its level with the mark “monitor left”, and the day is given; of parallel processes this goes for each of them." },
  { code: "IM6", group: "IMPLEMENTATION", words: "A breach or an obstruction of a duty to be carried out is listed; it never raises the level." },
  { code: "IM7", group: "IMPLEMENTATION", words: "A body counts as established when its opening is recorded at V3 or above: its existence is open to see." },
  { code: "IM8", group: "IMPLEMENTATION", words: "Releases and hand-overs are steps. Level 3 needs a record that the whole set was released. Where two holders read differently who or what belongs to the set of an exchange, or to the forces of a parallel duty, the state is marked contested from the day of the second reading." },
  { code: "IM9", group: "IMPLEMENTATION", words: "Parallel processes stand no higher than the slower of them, and at level 1 as soon as one has begun. The processes beside a duty are those of the duties that it rests on; without any, its own records must speak for both." },
  { code: "IM10", group: "IMPLEMENTATION", words: "Where the text asks for a plan by a date and for building after it, the date is that of the plan. The first counted record that something was built or is in use shows that the plan was settled by then; the level is that of the whole, plan, building and use." },
  { code: "IM11", group: "IMPLEMENTATION", words: "Where a third party's part is owed too, work or returns without it are a beginning, level 1, however many; levels 2 and 3 are found only where a record gives that party its part." },
  { code: "SN1", group: "STANDING_NEGATIVE", words: (settings) => `A breach at V4 or above in the last ${settings.windowDays} days that killed somebody or changed positions: breached. An obstruction, however grave, says that a duty was hindered and not that its bearer broke it.` },
  { code: "SN2", group: "STANDING_NEGATIVE", words: (settings) => `Any other breach or obstruction at V3 or above in the last ${settings.windowDays} days: strained.` },
  { code: "SN3", group: "STANDING_NEGATIVE", words: "No such record, and enough coverage: holding." },
  { code: "SN4", group: "STANDING_NEGATIVE", words: "No such record, and too little coverage: not assessed." },
  { code: "SN5", group: "STANDING_NEGATIVE", words: "A counted record that the object of the prohibition came to an end, or that the duty which it belongs to did: superseded by events." },
  { code: "SN6", group: "STANDING_NEGATIVE", words: "Where a duty forbids to change something that stays changed (positions held), a counted breach that changed it weighs as on its first day until a counted record says that it was given back: time gives nothing back." },
  { code: "SP1", group: "STANDING_POSITIVE", words: "Closed on the day of the board according to a record at V4 or above: breached, whoever closed it, since what is owed is that it be kept up." },
  { code: "SP2", group: "STANDING_POSITIVE", words: "Closed on the day of the board according to a record at V3, or restricted at any level that counts: strained." },
  { code: "SP3", group: "STANDING_POSITIVE", words: "A closure or restriction ends on the last day that its own record gives, or on the day before a later counted record says that it was reopened, whichever comes first; without either it stays. A breach is never read as a reopening. A record dated to a month or a week gives no last day." },
  { code: "SP4", group: "STANDING_POSITIVE", words: "The object ended before its term: ended early. Where no term is set, or it had run out: superseded by events." },
  { code: "SP5", group: "STANDING_POSITIVE", words: "Where the duty that this one rests on has ended, this one is superseded by events; how it stood then is said beside it." },
  { code: "SP6", group: "STANDING_POSITIVE", words: "Holding asks, besides no open closure, no breach and enough coverage, for a counted record that the duty was begun or kept: what must be done is not read from silence. Without one it is not assessed." },
  { code: "SP7", group: "STANDING_POSITIVE", words: "Day by day the object is closed or restricted by a counted record (closed comes first), open from its beginning on days on which somebody could observe and nothing of the kind is on record, and otherwise unknown. Days are counted from these intervals." },
  { code: "QC1", group: "QUANTITY_CEILING", words: "The best estimate of a counted figure is above the limit: strained, and it stands like a closure until a newer figure of this ceiling, at or below the limit, shows that it ended. Its age is said; age alone ends nothing, or not counting would pay." },
  { code: "QC2", group: "QUANTITY_CEILING", words: "Only the high estimate is above the limit: strained, and marked contested, until a newer figure replaces it." },
  { code: "QC3", group: "QUANTITY_CEILING", words: (settings) => `At or below the limit and counted no more than ${settings.figureMaxAgeDays} days ago: holding. A count is itself an observation and asks for no other coverage.` },
  { code: "QC4", group: "QUANTITY_CEILING", words: "At or below the limit but counted longer ago: not assessed; the last known figure is shown with its age." },
  { code: "QC5", group: "QUANTITY_CEILING", words: "No counted figure: not assessed." },
  { code: "QC6", group: "QUANTITY_CEILING", words: "A figure that counts several ceilings together is compared with their sum and is not ascribed to one of them: strained at most, and marked contested, since categories may differ. Below the sum it neither proves that one ceiling is kept nor ends an excess of one." },
  { code: "QC7", group: "QUANTITY_CEILING", words: "The counted force has left: ended early." },
  { code: "TE1", group: "TERM", words: "The term ends its length after the start; the notice date lies the notice period before that. Both are worked out for each reading of the start, and a reading that counts from an event is there from that event on." },
  { code: "TE2", group: "TERM", words: "A counted record that the object of the term ended before the term did: ended early; contested where one reading of the start had the term run out by then." },
  { code: "TE3", group: "TERM", words: "A counted notice (an amendment of the term), given by the notice date under every reading of the start, ends it at the end of the period: lapsed. In time under one reading only, it leaves the state and marks it contested." },
  { code: "TE4", group: "TERM", words: "The end of a period passed without notice and without an end on record: renewed by the wording; holding only with enough coverage. Where two holders read the clause differently the renewal is marked contested, and no reading is ours." },
  { code: "TE5", group: "TERM", words: "Within the term: holding with enough coverage and no breach, which says that the period runs and no more; else not assessed." },
  { code: "TE6", group: "TERM", words: "Where the term that a notice clause belongs to has ended, the clause is superseded by events." },
  { code: "TE7", group: "TERM", words: "A counted record that the object of the term is kept up in part only, and no later record that it ended or was restored: strained." },
  { code: "RV1", group: "REVIEW", words: "A state that reviewers changed stands from the moment it is in force, for the day it is about and every later one, while the proposal is the one that they saw." },
  { code: "RV2", group: "REVIEW", words: "Once the proposal is another, the worse of the two stands and the other is shown beside it: nothing turns better by itself after reviewers decided." },
  { code: "RV3", group: "REVIEW", words: "Where reviewers deferred, the proposal stands under the mark “under review” until the next decision. Where they accepted, the proposal stands as it is." },
  { code: "RV4", group: "REVIEW", words: "A state that is worse than the one last decided, or than the proposal where none was decided, takes two different reviewers; so does “collapsed”, always. Until the second confirms, the decision waits and nothing changes." },
  { code: "RV5", group: "REVIEW", words: "Drift is what differs from what the reviewers saw: another proposal, the same proposal from other records, or other rules. It is told, and it decides nothing." },
] as const satisfies readonly Rule[];

export type RuleCode = (typeof rules)[number]["code"];

export type RuleInWords = { readonly code: RuleCode; readonly group: RuleGroup; readonly words: string };

/** Every rule with the thresholds of one set of settings in its words. */
export const rulesUnder = (settings: Settings): RuleInWords[] =>
  rules.map(({ code, group, words }) => ({ code, group, words: typeof words === "string" ? words : words(settings) }));
