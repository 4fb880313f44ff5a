// One component less.
const { Pair } = require("../thing");

exports.address = new Pair("alone", {}).address;
