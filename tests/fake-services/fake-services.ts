/**
 * A local HTTPS server that plays arxiv.org, export.arxiv.org and huggingface.co by the Host
 * header. Browsers are set to resolve every name to it, so nothing leaves the machine.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate.ts';
import { type Fault, type FaultPlace, respond } from './faults.ts';
import { type Router, route } from './routes.ts';
import { type SamplePaper, samplePapers } from './sample-papers.ts';

/** One request as the server saw it. */
export interface SeenRequest {
  method: string;
  host: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** When it came, ms since 1970. */
  at: number;
}

interface ActiveFault extends FaultPlace {
  fault: Fault;
}

export class FakeServices {
  /** Day the papers are dated back from. */
  readonly today: string;
  readonly port: number;
  /** All papers, listed in Daily Papers or only on arXiv. */
  readonly papers: SamplePaper[];
  /** Requests to the hosts played here, oldest first. The browsers' own calls are left out. */
  readonly requests: SeenRequest[] = [];
  readonly #server: Server;
  readonly #router: Router;
  readonly #pages = new Map<string, string>();
  #faults: ActiveFault[] = [];

  private constructor(server: Server, today: string, papers: SamplePaper[], router: Router) {
    this.#server = server;
    this.#router = router;
    this.today = today;
    this.papers = papers;
    this.port = (server.address() as AddressInfo).port;
    server.on('request', (request, response) => this.#answer(request, response));
  }

  /**
   * Starts on a free port of 127.0.0.1. `papers` default to {@link samplePapers}, `router` to the
   * fake sites.
   */
  static async start(
    today: string = new Date().toISOString().slice(0, 10),
    papers: SamplePaper[] = samplePapers(today),
    router: Router = route,
  ): Promise<FakeServices> {
    const server = createServer(await makeCertificate());
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new FakeServices(server, today, papers, router);
  }

  /** Makes papers known from now on, newest first in listings. */
  publish(papers: SamplePaper[]): void {
    this.papers.unshift(...papers);
  }

  /** Answers one address with this page from now on, whatever its host. */
  serve(url: string, html: string): void {
    const { host, pathname, search } = new URL(url);
    this.#pages.set(`${host}${pathname}${search}`, html);
  }

  /** Lets matching requests fail. The latest fault that matches counts. Returns its end. */
  fail(place: FaultPlace, fault: Fault): () => void {
    const active: ActiveFault = { ...place, fault };
    this.#faults.unshift(active);
    return () => {
      this.#faults = this.#faults.filter((other) => other !== active);
    };
  }

  /** The requests seen since the last call of this. */
  takeRequests(): SeenRequest[] {
    return this.requests.splice(0);
  }

  /** Is as at its start again, but for papers published since. */
  forget(): void {
    this.requests.length = 0;
    this.#pages.clear();
    this.#faults = [];
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #faultFor(host: string, path: string): Fault | null {
    const active = this.#faults.find((fault) => {
      return (!fault.host || fault.host === host) && path.startsWith(fault.path);
    });
    if (!active) return null;
    if (active.times !== undefined) {
      active.times -= 1;
      if (active.times === 0) this.#faults = this.#faults.filter((other) => other !== active);
    }
    return active.fault;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const path = request.url ?? '/';
    const page = this.#pages.get(`${host}${path}`);
    const answer =
      page === undefined
        ? this.#router(host, path, this.papers)
        : { status: 200, type: 'text/html; charset=utf-8', body: page };
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    const { method = 'GET', headers } = request;
    this.requests.push({ method, host, path, headers, at: Date.now() });
    void respond(response, answer, this.#faultFor(host, path));
  }
}
