declare module "picomatch" {
  function picomatch(
    pattern: string,
    options: { readonly dot: boolean; readonly nonegate: boolean; readonly noextglob: boolean },
  ): (path: string) => boolean;
  export = picomatch;
}
