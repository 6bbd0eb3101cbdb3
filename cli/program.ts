import { Command } from "commander";
import { addAgreementCommands } from "./commands/agreement";
import { addAnchorCommand } from "./commands/anchor";
import { addBoardCommand } from "./commands/board";
import { addEvidenceCommands } from "./commands/evidence";
import { addExportCommand } from "./commands/export";
import { addRebuildBoardCommand } from "./commands/rebuild-board";
import { addRebuildMapCommand } from "./commands/rebuild-map";
import { addStatesCommand } from "./commands/states";
import { addTokenCommands } from "./commands/token";
import { addUserCommands } from "./commands/user";
import { addVerifyCommands } from "./commands/verify";

/** The command line: thin doors to the same services as the pages and the HTTP API. */
export function buildProgram(): Command {
  const program = new Command("npm run cli --")
    .description("Truce Ledger at the command line.\nCommands act as the product's operator, an administrator who sees published records only.")
    .addHelpText("after", "\nExit status: 0 done, 1 refused (one line on standard error says why), 2 wrong usage.")
  addTokenCommands(program);
  addUserCommands(program);
  addAgreementCommands(program);
  addBoardCommand(program);
  addExportCommand(program);
  addStatesCommand(program);
  addRebuildBoardCommand(program);
  addRebuildMapCommand(program);
  addVerifyCommands(program);
  addAnchorCommand(program);
  addEvidenceCommands(program);
  return program;
}
