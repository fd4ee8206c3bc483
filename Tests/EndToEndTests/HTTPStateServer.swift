import Foundation
import TestSupport

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A state behind Terraform's http backend, on loopback.
struct HTTPStateServer {
    private let server: LoopbackServer

    init() throws {
        server = try LoopbackServer(
            Requirement.python.path(), ["-u", "-c", Self.program], announcing: "port ")
    }

    /// The configuration of a state of that name.
    func backend(_ name: String = "courses") -> String {
        let address = "http://127.0.0.1:\(server.port)/\(name)"
        return """
            terraform {
              backend "http" {
                address        = "\(address)"
                lock_address   = "\(address)"
                unlock_address = "\(address)"
              }
            }
            """
    }

    /// Puts another state there, or takes it away, as somebody who has the server does.
    func replace(_ name: String = "courses", with state: [UInt8]?) async throws {
        guard let address = URL(string: "http://127.0.0.1:\(server.port)/\(name)") else {
            throw TestSupportError("\(name) is no name")
        }
        var request = URLRequest(url: address)
        request.httpMethod = state == nil ? "DELETE" : "POST"
        request.httpBody = state.map { Data($0) }
        _ = try await URLSession.shared.data(for: request)
    }

    /// GET, POST and DELETE of the state, LOCK and UNLOCK as the backend's documentation has them.
    private static let program = """
        import http.server
        states, locks = {}, {}
        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self, status, body=b""):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            def read(self):
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            def name(self):
                return self.path.split("?")[0]
            def do_GET(self):
                body = states.get(self.name())
                self.answer(200 if body else 204, body or b"")
            def do_POST(self):
                states[self.name()] = self.read()
                self.answer(200)
            def do_DELETE(self):
                states.pop(self.name(), None)
                self.answer(200)
            def do_LOCK(self):
                held = locks.setdefault(self.name(), body := self.read())
                self.answer(200 if held is body else 423, held)
            def do_UNLOCK(self):
                self.read()
                locks.pop(self.name(), None)
                self.answer(200)
            def log_message(self, *arguments):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        print("port %d." % server.server_port, flush=True)
        server.serve_forever()
        """
}
