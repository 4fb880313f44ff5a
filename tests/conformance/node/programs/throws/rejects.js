// Ends with a promise that is rejected.
const { Thing } = require("../thing");

new Thing("early", {});
module.exports = async () => {
    throw new Error("rejected at last");
};
