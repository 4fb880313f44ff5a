// The protected resource is gone from the program.
const { Pair } = require("../thing");

new Pair("pair", {}, { protect: true });
