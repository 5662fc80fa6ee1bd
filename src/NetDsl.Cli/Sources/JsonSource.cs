using NetDsl.Interop;

namespace NetDsl.Cli.Sources;

/// <summary>A serialised topology: what <c>netdsl export</c> writes.</summary>
internal static class JsonSource
{
    public static OpenTopology Open(string path)
    {
        if (new FileInfo(path).Length > TopologyJson.MaximumLength)
        {
            throw new CommandException($"'{path}' is too large for a serialised topology; it has more than {TopologyJson.MaximumLength} bytes");
        }

        return TopologyJson.TryRead(File.ReadAllText(path), out var topology, out var error)
            ? new OpenTopology(topology)
            : throw new CommandException($"'{path}' is not a serialised topology: {error}");
    }
}
