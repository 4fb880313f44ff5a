// A transform that fails.
const { Thing } = require("../thing");

new Thing("own", {}, {
    transforms: [() => {
        throw new Error("not like this");
    }],
});
