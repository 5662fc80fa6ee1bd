using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NetDsl.Simulation.Routing.Bgp;

/// <summary>
/// A session over a real TCP connection, which a real router at the other end begins: what a simulated gateway speaks with the devices of a site.
/// </summary>
/// <param name="options">How the session is set.</param>
public sealed class BgpConnection(BgpSessionOptions options)
{
    /// <summary>The port of BGP.</summary>
    public const int Port = 179;

    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly BgpSession session = new(options);

    /// <summary>Is told, on the thread that reads or keeps the timers, whenever the state or the routes may have changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Where the session stands.</summary>
    public BgpState State
    {
        get
        {
            lock (gate)
            {
                return session.State;
            }
        }
    }

    /// <summary>Why the session ended; empty while it has not.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The routes that the router has told and not withdrawn.</summary>
    public IReadOnlyList<BgpRoute> Learned
    {
        get
        {
            lock (gate)
            {
                return [.. session.Learned.Select(route => new BgpRoute(route.Key, route.Value))];
            }
        }
    }

    /// <summary>Takes one connection, and speaks until it ends.</summary>
    /// <param name="address">The own address.</param>
    /// <param name="port">The own port.</param>
    /// <param name="announced">What to tell the router once the session is there.</param>
    /// <param name="cancellation">Ends the session.</param>
    public async Task ListenAsync(IPAddress address, int port, IReadOnlyList<BgpUpdate> announced, CancellationToken cancellation)
    {
        using var listener = new TcpListener(address, port);
        listener.Start();
        using var client = await listener.AcceptTcpClientAsync(cancellation).ConfigureAwait(false);
        await SpeakAsync(client, announced, cancellation).ConfigureAwait(false);
    }

    private async Task SpeakAsync(TcpClient client, IReadOnlyList<BgpUpdate> announced, CancellationToken cancellation)
    {
        // Whoever does not read what is said is not there.
        client.SendTimeout = (int)TimeSpan.FromSeconds(5).TotalMilliseconds;
        var stream = client.GetStream();
        await using var closing = stream.ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Send(stream, With(() => session.Connected(clock.Elapsed)));
        var timers = KeepTimersAsync(stream, ended);
        try
        {
            var hasTold = false;
            while (await ReadAsync(stream, ended.Token).ConfigureAwait(false) is { } message)
            {
                var reaction = With(() => session.Receive(message, clock.Elapsed));
                Send(stream, reaction);
                Changed?.Invoke(this, EventArgs.Empty);
                if (reaction.Ended)
                {
                    End(reaction.Reason);
                    return;
                }

                if (!hasTold && State == BgpState.Established)
                {
                    hasTold = true;
                    foreach (var update in announced)
                    {
                        Send(stream, With(() => session.Tell(update, clock.Elapsed)));
                    }
                }
            }

            End(With(session.Lost).Reason);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The timers ended the session.
        }
        catch (OperationCanceledException)
        {
            SayGoodbye(stream);
            With(session.Lost);
            End("it was told to end");
        }
        catch (IOException failure)
        {
            With(session.Lost);
            End(failure.Message);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await timers.ConfigureAwait(false);
        }
    }

    private async Task KeepTimersAsync(NetworkStream stream, CancellationTokenSource ended)
    {
        try
        {
            while (!ended.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), ended.Token).ConfigureAwait(false);
                var reaction = With(() => session.Tick(clock.Elapsed));
                Send(stream, reaction);
                if (reaction.Ended)
                {
                    End(reaction.Reason);
                    await ended.CancelAsync().ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The session has ended.
        }
        catch (IOException)
        {
            // So does whoever reads.
        }
    }

    private void End(string reason)
    {
        Reason = reason;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void SayGoodbye(NetworkStream stream)
    {
        try
        {
            Send(stream, new BgpReaction([BgpNotification.Shutdown], true, ""));
        }
        catch (IOException)
        {
            // It has gone before.
        }
    }

    /// <summary>Messages are short, and those of the timers must not come into the middle of others.</summary>
    private void Send(NetworkStream stream, BgpReaction reaction)
    {
        lock (gate)
        {
            foreach (var message in reaction.Sent)
            {
                stream.Write(BgpCodec.Write(message));
            }
        }
    }

    /// <summary>The next message; nothing when the connection is closed or what comes is no BGP.</summary>
    private static async Task<BgpMessage?> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var header = new byte[BgpCodec.Header];
        if (await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) < header.Length
            || BgpCodec.LengthOf(header) is not { } length)
        {
            return null;
        }

        var whole = new byte[length];
        header.CopyTo(whole, 0);
        return await stream.ReadAtLeastAsync(whole.AsMemory(header.Length), length - header.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == length - header.Length
            && BgpCodec.TryRead(whole, out var message)
                ? message
                : null;
    }

    private BgpReaction With(Func<BgpReaction> action)
    {
        lock (gate)
        {
            return action();
        }
    }
}

/// <summary>A route that was told.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Attributes">What is said of it.</param>
public sealed record BgpRoute(Addressing.IpPrefix Prefix, BgpAttributes Attributes);
