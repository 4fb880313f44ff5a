// A plugin with one fault, which its first argument names; apart from that it takes every input as it is.
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct, Value } = require("google-protobuf/google/protobuf/struct_pb.js");
const plugins = require("@pulumi/pulumi/proto/plugin_pb.js");
const services = require("@pulumi/pulumi/proto/provider_grpc_pb.js");
const provider = require("@pulumi/pulumi/proto/provider_pb.js");

const fault = process.argv[2];
const signature = "4dabf18193072939515e22adb298388d";

function created(id, properties) {
    const response = new provider.CreateResponse();
    response.setId(id);
    response.setProperties(properties);
    return response;
}

const methods = {
    handshake: (request, answer) => {
        switch (fault) {
            case "refuses the handshake":
                answer({ code: grpc.status.PERMISSION_DENIED, details: "this engine is too old" });
                return;
            case "never answers the handshake":
                return;
            default:
                answer(null, new provider.ProviderHandshakeResponse());
        }
    },
    getPluginInfo: (request, answer) => answer(null, new plugins.PluginInfo()),
    configure: (request, answer) => answer(null, new provider.ConfigureResponse()),
    check: (request, answer) => {
        const response = new provider.CheckResponse();
        if (fault !== "returns no inputs") {
            response.setInputs(request.getNews());
        }
        answer(null, response);
    },
    create: (request, answer) => {
        const malformed = new Struct();
        switch (fault) {
            case "dies":
                process.stderr.write("out of memory\n", () => process.exit(7));
                return;
            case "answers with an unknown status":
                answer({ code: 99, details: "something odd" });
                return;
            case "returns no id":
                answer(null, created("", request.getProperties()));
                return;
            case "returns an unknown signature":
                answer(null, created("id", Struct.fromJavaScript({ size: { [signature]: "what is this" } })));
                return;
            case "returns a value of no kind":
                malformed.getFieldsMap().set("size", new Value());
                answer(null, created("id", malformed));
                return;
            default:
                answer(null, created("id", request.getProperties()));
        }
    },
    delete: (request, answer) => answer(null, new Empty()),
};

const server = new grpc.Server();
server.addService(
    services.ResourceProviderService,
    Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, (call, answer) => method(call.request, answer)])),
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => console.log(String(port)));
