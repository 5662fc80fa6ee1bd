namespace NetDsl.Compiler.Lowering.ControlPlane;

/// <summary>The steps by which a device chooses among paths, in their order and with the numbers of interconnect §7.2 of the specification.</summary>
public enum DecisionStep
{
    /// <summary>The next hop is reachable.</summary>
    NextHop = 1,

    /// <summary>The highest weight; vendors' own.</summary>
    Weight = 2,

    /// <summary>The highest local preference.</summary>
    LocalPreference = 3,

    /// <summary>What the device itself originated.</summary>
    LocallyOriginated = 4,

    /// <summary>The shortest AS path.</summary>
    AsPathLength = 5,

    /// <summary>The lowest origin: IGP, EGP, incomplete.</summary>
    Origin = 6,

    /// <summary>The lowest multi-exit discriminator, among paths through the same neighbouring system.</summary>
    Med = 7,

    /// <summary>External before internal BGP.</summary>
    External = 8,

    /// <summary>The lowest cost of the way to the next hop.</summary>
    IgpCost = 9,

    /// <summary>What is left is used together, where the device does that.</summary>
    Multipath = 10,

    /// <summary>What was heard first, where the device looks at that.</summary>
    Oldest = 11,

    /// <summary>The lowest identifier of a speaker.</summary>
    RouterId = 12,

    /// <summary>The lowest address of a speaker.</summary>
    PeerAddress = 13,
}
