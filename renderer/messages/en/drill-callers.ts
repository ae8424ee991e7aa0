import type { DrillWords } from '../drill-shape.js';
import { drillRuleWords as rules } from './drill-rules.js';

const callers: DrillWords['callers'] = {
  genuine: {
    name: 'Helmi, locked out',
    start: 'Hello, Helmi Harjula here. I mistyped my password too often and now I am locked out. Could you reset it?',
    truth: 'Helmi was Helmi. The way is the same for everybody, so nobody has to guess who is honest.',
  },
  forgetful: {
    name: 'Unto, who is not quite sure',
    start: 'Hello, this is Unto Muistola. My password is gone again. I am sorry, I never remember these things.',
    noMatch: 'Oh dear, I gave you my old address. Let me look at my card … now I have it.',
    truth: 'Unto was Unto and had said one thing wrong. Asking once more is fine; what proved him was his phone.',
  },
  ended: {
    name: 'Pirjo, with a quick question',
    start: 'Hello, Pirjo Lähtenyt from Kuusi. I only need help to see my old messages.',
    stop: 'What do you mean, my contact person? I worked there until last month!',
    truth: 'Pirjo’s use has ended. Her data are not opened, however friendly the question is.',
  },
  restricted: {
    name: 'Raija, who needs support',
    start: 'Raija Kieltävä, good morning. My application does not open. Can you look what is wrong with my account?',
    stop: 'I see. Yes, I did forbid the use of my data. How do I take that back?',
    truth: 'Raija has forbidden the use of her data. Only a privacy request may go on, and only when she is proven.',
  },
  'lost-phone': {
    name: 'Leena, travelling',
    start: 'Hi, Leena Rannikko. I am at the airport, I lost my phone and I need my password reset before boarding.',
    proof:
      'You cannot call me, that is the point: the phone is gone. But you have heard that I know everything about me!',
    callBack: 'The number on file answers: “Leena here. No, I have not called you. My phone is in my hand.”',
    noCode: 'A message? To the phone that I no longer have?',
    stop: 'Fine. I will try again when somebody nicer is on duty.',
    sight: 'My camera? It was in the phone! And my passport is in the bag that I have checked in.',
    truth: 'It was an attacker with correct facts. Facts can be bought; the phone in Leena’s hand cannot.',
  },
  pusher: {
    name: 'Viljo, in a hurry',
    start: 'Kiireinen. I present to the board in five minutes and my access does not work. Reset it, now.',
    proof: 'No time for calls! Your boss always goes past this. I take the responsibility, write that down.',
    callBack:
      'The number on file rings and nobody answers. On the other line: “That is my old phone. Just tick that you reached me.”',
    noCode: 'Messages, at a time like this? Write any six digits and be done!',
    more: 'There, you see. Now reset it!',
    stop: 'You will hear about this.',
    sight: 'Do I look as if I had time for films? You have heard my voice, that is enough.',
    truth:
      'It was an attacker. Hurry and rank are the tools; going past the proof needs a reason, a right and a colleague.',
  },
  namesake: {
    name: 'Juha, with a common name',
    start: 'Juha Kaksonen, hello. My access to the station needs a reset. My user ID is jkakson, I think.',
    noMatch: 'Wait, there are two of us with this name. My user ID is jkakson2. I work for Tammi, not for Mänty.',
    truth:
      'Juha was Juha, but the first record was another person of the same name. A set that does not match is also about the record.',
  },
  'for-a-colleague': {
    name: 'A call about Anna',
    start:
      'Hello, I am calling for Anna Poissaolo. She sits beside me in a meeting and asks you to reset her password.',
    proof: 'Can you not do it like this? I have all her details here in front of me.',
    callBack: 'The number on file answers: “Anna. I asked nobody to call. I am not in a meeting.”',
    stop: 'Well, then she has to do it herself.',
    sight: 'Anna cannot come to the camera now. But I can show you my own card.',
    truth: 'Anna had asked for nothing. Whoever speaks for somebody else is not that person.',
  },
  'new-number': {
    name: 'Ossi, with a new phone',
    start: 'Ossi Vaihtola here. I got a new phone and number yesterday and now I cannot sign in. A reset, please.',
    proof: 'Just call the new number, it is in your registry already!',
    stop: 'All right, I will go by way of our contact person.',
    truth: 'It may well have been Ossi. A number that changed yesterday proves nothing: an attacker changes it first.',
  },
  manager: {
    name: 'Marketta, director',
    start: 'Johtola, director of Kuusi. I have no time for questions. You know who I am. Reset my access.',
    asked: 'This is absurd. But please, write.',
    proof: 'Call me back? I am on the phone with you! Can you not skip this for once?',
    callBack: 'The number on file answers: “Johtola. Well. At least somebody here is careful.”',
    more: 'A message as well? If it has to be.',
    truth: 'Marketta was Marketta. The proof took a minute and left her with more trust, not less.',
  },
  doubter: {
    name: 'Ebba, who is careful',
    start: 'Ebba Tvivelström. I need a reset, but first: how do I know that you are the support desk at all?',
    asked: 'You ask me, but who are you? I will answer if you can show that you are real.',
    proof: 'That is good: call me on the number you have, then I know that it is you.',
    callBack: 'The number on file answers: “Ebba. Now I believe you, too.”',
    code: 'A message came, with two words in it. Say them, and I read you the code.',
    truth: 'Ebba was Ebba, and right to ask. The call-back and the two words prove the desk, too.',
  },
  guesser: {
    name: 'Sampo, asking for help',
    start: 'Hi, Sampo Arvaila. I have a problem with my application, can you help me quickly?',
    noMatch: 'Which one was wrong? The address? Tell me, then I can correct it.',
    stop: 'And was the organisation right, at least?',
    sight: 'I have no camera here. What do you need it for?',
    truth: 'It was an attacker who collects answers. What matched is never told: the answer is for the whole set.',
  },
  loss: {
    name: 'Tuula, upset',
    start: 'Tuula Kadonnut. My bag was stolen, with my phone and my laptop! I am afraid somebody uses my account.',
    proof: 'They have my phone, do not call it!',
    callBack: 'The number on file is switched off.',
    verified: 'Thank you. Please block it all, at once.',
    sight: 'How could I? My identity card was in the bag too.',
    truth:
      'Tuula was Tuula. Blocking is easy on purpose: it harms little when it is wrong, and helps at once when it is right.',
  },
  'looked-up': {
    name: 'Kaarina, with a question',
    start: 'Kaarina Kysyjä. I want to know whether somebody at your desk has looked me up, and why.',
    verified: 'Good. I would like the answer in writing, please.',
    truth: 'Kaarina was Kaarina. Everybody may ask that; it is a privacy request, and it too begins with a proof.',
  },
};

export const drillWords: DrillWords = {
  choose: {
    title: 'Who calls?',
    about: 'The call runs as a real one. The entries are marked as a drill; the assessment at the end is kept nowhere.',
    anyone: 'Anybody',
  },
  panel: {
    title: 'The caller',
    ask: 'If you ask',
    says: 'The caller says',
    sight: 'If you ask to see them',
    message: { caller: 'The caller’s message', contact: 'The contact person’s message' },
    elsewhere: { caller: 'It did not reach the caller.', contact: 'The contact person does not pass it on.' },
  },
  end: {
    title: 'What this call showed',
    about: 'Only you see this, and only until the drill ends.',
    kept: 'Right',
    risky: 'Risky',
    next: 'Next caller',
  },
  anyone: {
    identify: 'Of course. What do you need?',
    asked: 'Certainly, here you are.',
    noMatch: 'Strange. That is how I have it.',
    proof: 'That is fine, call me back.',
    callBack: 'The number on file answers: “Yes, it is me. We spoke a moment ago.”',
    code: 'Yes, a message came. I will read it to you.',
    noCode: 'Nothing came. Well, is it 123 456?',
    approved: 'My contact person told me the code. I will read it to you.',
    notApproved: 'My contact person? Nobody has told me anything.',
    sight: 'The caller turns on the camera: the face is that of the identity card beside it, and the name is right.',
    more: 'Was that not enough? All right, what else?',
    verified: 'Thank you. Can you help me now?',
    stop: 'I see. What should I do, then?',
  },
  callers,
  rules,
};
