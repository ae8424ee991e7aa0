export const Kbd = ({ children }: { readonly children: string | number }) => (
  <kbd className="kbd" aria-hidden="true">
    {children}
  </kbd>
);
