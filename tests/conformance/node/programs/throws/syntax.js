// Is no JavaScript.
const = 1;
