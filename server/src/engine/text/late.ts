/** Makes something when it is first asked for: expressions over names take a millisecond each to make, and most documents need none of them. */
export function late<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
