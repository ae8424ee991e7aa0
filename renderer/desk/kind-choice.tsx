import { identifierKinds, type IdentifierKind } from '../../shared/subject.js';
import { useWords } from '../messages/use-words.js';
import { Segmented } from '../ui/segmented.js';

interface KindChoiceProps {
  readonly value: IdentifierKind;
  readonly onChange: (kind: IdentifierKind) => void;
}

export const KindChoice = ({ value, onChange }: KindChoiceProps) => {
  const { t } = useWords();
  const options = identifierKinds.map((kind) => ({ value: kind, text: t(`terms.identifier.${kind}`) }));
  return <Segmented label={t('steps.find.kind')} value={value} options={options} onChange={onChange} />;
};
