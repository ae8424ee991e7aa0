export const delivery = {
  title: 'Insamlare',
  about: 'Varje anteckning skickas hit i ordning, minst en gång.',
  delivered: 'Insamlare: allt har kommit fram',
  waiting_one: 'Insamlare: {{shown}} anteckning har väntat sedan {{since}}',
  waiting_other: 'Insamlare: {{shown}} anteckningar har väntat sedan {{since}}',
  stopped: 'Sökningen har stannat: insamlaren ligger efter',
  fine: 'har allt',
  behind_one: '{{shown}} anteckning har väntat sedan {{since}}',
  behind_other: '{{shown}} anteckningar har väntat sedan {{since}}',
};
