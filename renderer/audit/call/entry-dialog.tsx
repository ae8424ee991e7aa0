import './call.css';
import { useMemo, useState } from 'react';
import { useWords } from '../../messages/use-words.js';
import type { Block } from '../../read-model/block.js';
import type { FilterName } from '../../read-model/filter.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EntryFacts } from './entry-facts.js';
import { entriesOfCall } from './entries-of-call.js';
import { Summary } from './summary.js';
import { Timeline } from './timeline.js';

interface EntryDialogProps {
  readonly seq: number;
  readonly blocks: readonly Block[];
  /** Narrows the list to entries with that word. */
  readonly onWord: (name: FilterName, word: string) => void;
  readonly onClose: () => void;
}

/** One entry, and all that happened in the same call. */
export const EntryDialog = ({ seq, blocks, onWord, onClose }: EntryDialogProps) => {
  const { t, number } = useWords();
  const [chosen, setChosen] = useState(seq);
  const entries = useMemo(() => entriesOfCall(blocks, seq), [blocks, seq]);
  const entry = entries.find((each) => each.seq === chosen) ?? entries[0];
  if (!entry) return null;
  const { call } = entry;
  const only = (name: 'subject' | 'ticket', word: string | null) =>
    word !== null && <Button onPress={() => onWord(name, word)}>{t(`timeline.only.${name}`)}</Button>;
  return (
    <Dialog
      wide
      title={call === null ? t('timeline.entryTitle', { seq: number(entry.seq) }) : t('timeline.callTitle', { call })}
      onClose={onClose}
    >
      {call !== null && <Summary entries={entries} />}
      <div className={call === null ? undefined : 'call-parts'}>
        {call !== null && <Timeline entries={entries} chosen={entry.seq} onChosen={setChosen} />}
        <EntryFacts entry={entry} />
      </div>
      <div className="dialog-actions">
        {only('subject', entry.subject)}
        {only('ticket', entry.ticket)}
        <Button kind="quiet" onPress={onClose} hint="Esc">
          {t('timeline.close')}
        </Button>
      </div>
    </Dialog>
  );
};
