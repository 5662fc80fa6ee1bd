using NetDsl.Addressing;
using NetDsl.Compiler.Reachability.Sets;

namespace NetDsl.Compiler.Reachability.Intents;

/// <summary>Some who send, and whom nothing but their addresses tells apart.</summary>
/// <param name="Group">Which group they are of; nothing for hosts of the internet.</param>
/// <param name="Packets">What they may send.</param>
/// <param name="Speaks">An address of the family in which they send; nothing when they send in both.</param>
internal sealed record IntentSender(HolderGroup? Group, PacketSet Packets, IpAddress? Speaks)
{
    /// <summary>Whether they have IPv4 addresses.</summary>
    public bool HasIpv4 { get; init; }

    /// <summary>Whether they have IPv6 addresses.</summary>
    public bool HasIpv6 { get; init; }

    /// <summary>Whether names that have IPv4 addresses only are resolved to addresses of 64:ff9b::/96 for them.</summary>
    public bool UsesDns64 { get; init; }

    /// <summary>Whether they may send what is not their own.</summary>
    public bool Forwards { get; init; }
}
