// @ts-check

const mostSteps = 20;

/**
 * A browser as far as a sign-in needs one: it follows redirects, keeps cookies, fills in the provider's forms.
 */
export function createVisitor() {
  /** @type {Map<string, string>} */
  const cookies = new Map();

  /**
   * @param {string} url
   * @param {Record<string, string>} [form]
   */
  const visit = async (url, form) => {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (value.join('=') === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    const to = answer.headers.get('location');
    return { status: answer.status, to: to === null ? null : new URL(to, url).href, page: await answer.text() };
  };

  /**
   * Goes from page to page; answers the address that leads away from the provider, without going there.
   * @param {string} url
   * @param {string} account whom to sign in as, where the page asks
   */
  const signIn = async (url, account) => {
    const { origin } = new URL(url);
    /** @type {string} */
    let at = url;
    /** @type {Record<string, string> | undefined} */
    let form;
    for (let step = 0; step < mostSteps; step++) {
      const { to, page } = await visit(at, form);
      form = undefined;
      if (to !== null) {
        if (new URL(to).origin !== origin) return to;
        at = to;
        continue;
      }
      const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
      if (!action) throw new Error(`a page without a form: ${page.slice(0, 500)}`);
      const hidden = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
      form = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
      if (page.includes('name="login"')) form = { ...form, login: account, password: 'only-a-test' };
      at = new URL(action, at).href;
    }
    throw new Error('the provider leads in circles');
  };

  return {
    visit,
    signIn,
    /** Signs in and brings the answer back to the desk. @param {string} url @param {string} account */
    comeBack: async (url, account) => {
      const back = await signIn(url, account);
      return { back, ...(await visit(back)) };
    },
  };
}
