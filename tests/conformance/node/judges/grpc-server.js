// A plain grpc-js server with the service judge.Judge. Its first line on stdout is its port; it ends with its stdin.
const grpc = require("@grpc/grpc-js");
const { Any } = require("google-protobuf/google/protobuf/any_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const provider = require("@pulumi/pulumi/proto/provider_pb.js");
const status = require("@pulumi/pulumi/proto/status_pb.js");

const bytes = { requestSerialize: (b) => b, requestDeserialize: (b) => b, responseSerialize: (b) => b, responseDeserialize: (b) => b };
const structs = {
    requestSerialize: (s) => Buffer.from(s.serializeBinary()),
    requestDeserialize: (b) => Struct.deserializeBinary(new Uint8Array(b)),
    responseSerialize: (s) => Buffer.from(s.serializeBinary()),
    responseDeserialize: (b) => Struct.deserializeBinary(new Uint8Array(b)),
};
const unary = (name, codec) => ({ path: `/judge.Judge/${name}`, requestStream: false, responseStream: false, originalName: name, ...codec });

// The error that a provider answers with when a resource was created but does not work.
function initFailed(code, message) {
    const detail = new provider.ErrorResourceInitFailed();
    detail.setId("id-1");
    detail.setReasonsList(["not ready"]);
    const any = new Any();
    any.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const full = new status.Status();
    full.setCode(code);
    full.setMessage(message);
    full.setDetailsList([any]);
    const metadata = new grpc.Metadata();
    metadata.set("grpc-status-details-bin", Buffer.from(full.serializeBinary()));
    return metadata;
}

function headersOf(metadata) {
    const headers = {};
    for (const key of Object.keys(metadata.getMap())) {
        headers[key] = metadata.get(key).map((value) => (Buffer.isBuffer(value) ? value.toString("base64") : value));
    }
    return headers;
}

let reportStarted;
let reportCancelled;
const started = new Promise((resolve) => (reportStarted = resolve));
const cancelled = new Promise((resolve) => (reportCancelled = resolve));
const meeting = [];

const handlers = {
    Echo: (call, callback) => callback(null, call.request),

    // Fails as the request says: code, message, detailed, late (after headers instead of with them).
    Fail: (call, callback) => {
        const { code, message, detailed, late } = call.request.toJavaScript();
        if (late) {
            call.sendMetadata(new grpc.Metadata());
        }
        callback({ code, details: message, metadata: detailed ? initFailed(code, message) : undefined });
    },

    // What arrived beside the message, and how many milliseconds are left.
    Context: (call, callback) => {
        const deadline = call.getDeadline();
        const left = deadline === Infinity ? null : new Date(deadline).getTime() - Date.now();
        callback(null, Struct.fromJavaScript({ headers: headersOf(call.metadata), left }));
    },

    // Never answers.
    Hang: () => {},

    // Never answers either; the other two do when it came, and when it was cancelled.
    Cancel: (call) => {
        call.on("cancelled", () => reportCancelled());
        reportStarted();
    },
    AwaitStarted: (call, callback) => started.then(() => callback(null, call.request)),
    AwaitCancelled: (call, callback) => cancelled.then(() => callback(null, call.request)),

    // Answers when as many calls have come as the request says.
    Meet: (call, callback) => {
        meeting.push(() => callback(null, call.request));
        if (meeting.length === call.request.toJavaScript().calls) {
            meeting.splice(0).forEach((answer) => answer());
        }
    },

    Die: () => process.exit(1),
};

// Compresses whenever the client says that it can read that, and pings it all the time.
const server = new grpc.Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    "grpc.default_compression_algorithm": 2,
    "grpc.keepalive_time_ms": 20,
    "grpc.keepalive_timeout_ms": 10000,
});
server.addService(
    Object.fromEntries(Object.keys(handlers).map((name) => [name, unary(name, name === "Echo" ? bytes : structs)])),
    handlers,
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
        throw error;
    }
    console.log(port);
});
process.stdin.on("end", () => process.exit(0)).resume();
