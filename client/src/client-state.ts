import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Whether there is no server, and none on its way. */
export function isGone({ state }: BaseLanguageClient): boolean {
  return state === State.Stopped || state === State.StartFailed;
}

/** Waits until the client's state has changed so that `isReached`, for so many milliseconds at most. */
export function stateChange(client: BaseLanguageClient, isReached: () => boolean, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const listener = client.onDidChangeState(() => {
      if (isReached()) done();
    });
    const timer = setTimeout(done, milliseconds);
  });
}
