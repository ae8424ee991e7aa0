import type { Handlers, OperationName } from '../../shared/contract.js';
import type { DeskEvent } from '../../shared/desk-state.js';
import type { Failure, Result } from '../../shared/result.js';
import type { Power } from './access/power.js';
import type { Clipboard } from './call/clipboard.js';
import type { AbandonReason } from './call/close.js';
import type { Places } from './places.js';
import type { SuggestedFile } from './reports/saving.js';
import type { PrintedPage } from './reports/subject/make-subject-report.js';

/** What the window shows, as main rules it without the page's help. */
export interface View {
  /** Sees to it that the page is gone, whether it blanks itself or not. */
  blank(): void;
  /** The page says that it is blank; whether it was asked to be. */
  blanked(): boolean;
  /** Whether screen capture may see the window. It may not until the policy has been read. */
  hideFromCapture(hidden: boolean): void;
}

/** What Electron and the operating system give the desk. */
export interface Host extends Places {
  readonly version: string;
  readonly runtime: string;
  readonly desk: string;
  readonly agent: string;
  readonly emit: (event: DeskEvent) => void;
  /** Hands an https address to the system's browser. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly dial: (uri: string) => Promise<void>;
  readonly clipboard: Clipboard;
  readonly power: Power;
  readonly view: View;
  readonly keepLook: Handlers['keepLook'];
  /** Has the person at the desk choose where a file goes; null when they would rather not. */
  readonly askWhere: (file: SuggestedFile) => Promise<string | null>;
  /** Prints a page as a PDF. Fails with `report-unprintable`. */
  readonly print: (page: PrintedPage) => Promise<Result<Uint8Array>>;
}

export interface Desk {
  readonly handlers: Handlers;
  /** Puts a refusal on record. */
  onRefused(name: OperationName, failure: Failure): Promise<void>;
  /** Takes a link that the system says somebody clicked. */
  openLink(text: string): Promise<void>;
  /** Ends an open call without its agent. */
  abandon(reason: AbandonReason): Promise<void>;
  /** Ends everything; nothing is recorded after it. */
  stop(reason: AbandonReason): Promise<void>;
}
