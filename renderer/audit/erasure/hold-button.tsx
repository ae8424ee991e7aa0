import { useState } from 'react';
import { holdGrounds, type HoldGround, type HoldOver } from '../../../shared/erasure.js';
import { failureOf } from '../../api.js';
import { useWords } from '../../messages/use-words.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Select } from '../../ui/select.js';
import { useHolding } from './use-erasure.js';

interface HoldButtonProps {
  readonly over: HoldOver;
  readonly action: string;
  readonly disabled: boolean;
}

/** Puts something under hold, and says why. */
export const HoldButton = ({ over, action, disabled }: HoldButtonProps) => {
  const { t, failure } = useWords();
  const [ground, setGround] = useState<HoldGround>('legal-claim');
  const { set } = useHolding();
  return (
    <>
      <Select
        label={t('erasure.whyHold')}
        value={ground}
        options={holdGrounds.map((value) => ({ value, text: t(`erasure.holdGround.${value}`) }))}
        onChange={setGround}
      />
      <div className="actions">
        <Button disabled={disabled} busy={set.isPending} onPress={() => set.mutate({ over, ground })}>
          {action}
        </Button>
      </div>
      {set.error && <Notice tone="failure" urgent {...failure(failureOf(set.error))} />}
    </>
  );
};
