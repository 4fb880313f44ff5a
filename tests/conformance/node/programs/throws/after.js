// Fails after resources were declared, which are done nonetheless.
const { Thing } = require("../thing");

const early = new Thing("early", {});
early.address.apply(() => {
    throw new Error("something broke");
});
