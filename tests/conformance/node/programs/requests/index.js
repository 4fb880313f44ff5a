// One scenario of what programs send; its name is in the environment. The same in C#: tests/conformance/program/Scenarios.
module.exports = () => require(`./scenarios/${process.env.SCENARIO}`)();
