namespace NetDsl.Model;

/// <summary>What a host does with packets that arrive at it and are not for it.</summary>
public enum HostForwarding
{
    /// <summary>It drops them, as hosts do.</summary>
    None,

    /// <summary>It sends them on as they are, each for itself: a router.</summary>
    Stateless,

    /// <summary>
    /// It sends on what belongs to a connection that it saw begin: a firewall. A TCP segment of a connection that it does not know,
    /// or of which it sees one direction only, is dropped.
    /// </summary>
    Stateful,

    /// <summary>
    /// It puts its own address and a port in place of the source, and gives replies theirs back: a NAT instance.
    /// Source: "NAT instances", Amazon VPC User Guide.
    /// </summary>
    Translating,
}
