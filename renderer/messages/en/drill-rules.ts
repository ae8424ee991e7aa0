import type { DrillWords } from '../drill-shape.js';

export const drillRuleWords: DrillWords['rules'] = {
  purpose: {
    rule: 'The purpose comes first and decides what is asked and shown.',
    kept: 'The purpose fitted what the caller wanted.',
    risky: 'The call ran under a purpose that does not fit what the caller wanted.',
  },
  record: {
    rule: 'Facts help to find the right record.',
    kept: 'The record that was open at the end was the right one.',
    risky: 'The record was another person’s.',
  },
  guesses: {
    rule: 'The answer is for the whole set, and nobody is told which part was wrong.',
    kept: 'After a wrong answer you asked once more at most.',
    risky: 'The caller could guess three times or more.',
  },
  'call-back': {
    rule: 'A call-back goes to the number on file, and what came of it is told as it was.',
    kept: 'You told what came of the call-back.',
    risky: 'You told something else of the call-back than what came of it.',
  },
  sighting: {
    rule: 'Whoever attests to have seen a person has seen them, and their document.',
    kept: 'You attested to what you saw.',
    risky: 'You attested to what the caller had not shown.',
  },
  pressure: {
    rule: 'Hurry and rank change nothing; going past the proof is a right of its own.',
    kept: 'You did not give in to the pressure.',
    risky: 'You went past the proof, or tried to.',
  },
  proof: {
    rule: 'Nobody is helped before they are proven for the purpose.',
    kept: 'Nobody was helped without proof.',
    risky: 'The call was closed as resolved although the caller was not proven.',
  },
  impostor: {
    rule: 'Facts are not proof: whoever has stolen them can say them.',
    kept: 'The caller was somebody else, and did not get through.',
    risky: 'The caller was somebody else, and got through.',
  },
  minimum: {
    rule: 'Only the fields that the call needs are shown.',
    kept: 'You showed only what the call needed.',
    risky: 'You showed fields that the call did not need.',
  },
  request: {
    rule: 'What others are to see to is left with them in the call.',
    kept: 'The request was left with those who see to it.',
    risky: 'The caller’s matter was left with nobody.',
  },
  outcome: {
    rule: 'The outcome tells what really happened.',
    kept: 'The outcome fits the call.',
    risky: 'The outcome does not fit the call.',
  },
};
