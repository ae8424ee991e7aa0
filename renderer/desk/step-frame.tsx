import type { ReactNode } from 'react';
import type { Language } from '../messages/languages.js';
import { SayLine } from './say-line.js';
import type { SayKey } from './say.js';
import type { Field } from '../../shared/subject.js';

interface StepFrameProps {
  readonly title: string;
  readonly about?: string;
  readonly language: Language;
  readonly say: SayKey;
  readonly asked?: readonly Field[];
  readonly children: ReactNode;
}

/** Every step looks the same: what it is, the work, and at the foot what to say. */
export const StepFrame = ({ title, about, language, say, asked = [], children }: StepFrameProps) => (
  <div className="step">
    <header>
      <h1>{title}</h1>
      {about && <p className="muted">{about}</p>}
    </header>
    <div className="step-work">{children}</div>
    <SayLine language={language} say={say} asked={asked} />
  </div>
);
