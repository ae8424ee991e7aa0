import './sign-in.css';
import { RecordFailure } from '../record-failure.js';
import { useDeskState } from '../use-desk-state.js';
import { BrowserForm } from './browser-form.js';
import { TokenForm } from './token-form.js';

/** One way to sign in, as the policy has it. */
export const SignInPage = () => {
  const { policy } = useDeskState();
  return (
    <main className="sign-in">
      <RecordFailure />
      {policy.ok && policy.view.signIn === 'oidc' ? <BrowserForm /> : <TokenForm />}
    </main>
  );
};
