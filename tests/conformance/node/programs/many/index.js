// Five hundred resources, each of which uses an earlier one.
const { Thing } = require("../thing");

const things = [];
for (let i = 0; i < 500; i++) {
    things.push(new Thing(`thing-${i}`, { size: i, name: i === 0 ? "root" : things[i >> 1].address }));
}

exports.last = things[499].address;
