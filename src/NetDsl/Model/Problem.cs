namespace NetDsl.Model;

/// <summary>What kind of value a builder could not take.</summary>
public enum ProblemKind
{
    /// <summary>Text that is no prefix in CIDR notation, or has host bits set.</summary>
    InvalidPrefix,

    /// <summary>A name that is empty, too long, or has characters that names cannot have.</summary>
    InvalidName,

    /// <summary>A second element of the same kind and name in the same parent.</summary>
    DuplicateName,

    /// <summary>A port outside 0 to 65535, or an empty range.</summary>
    InvalidPort,

    /// <summary>A protocol number outside 0 to 255.</summary>
    InvalidProtocol,

    /// <summary>Text that is no availability zone of the region.</summary>
    InvalidZone,

    /// <summary>Text that is no region name.</summary>
    InvalidRegion,

    /// <summary>Text that is no account number of twelve digits.</summary>
    InvalidAccount,

    /// <summary>An address that is malformed, reserved, taken, or outside its subnet, or a subnet without room.</summary>
    InvalidAddress,

    /// <summary>A network ACL rule number outside 1 to 32766, or one that is used twice.</summary>
    InvalidRuleNumber,

    /// <summary>A name that is looked up and does not exist.</summary>
    UnknownName,

    /// <summary>Two things that the vendor does not allow together, such as a second association of one kind.</summary>
    Conflict,

    /// <summary>A data file that is missing or malformed, or data that does not fit the type that asks for it.</summary>
    InvalidData,

    /// <summary>Something that the vendor does not have by the rules that the network is judged by, its <see cref="SemanticsProfile"/>.</summary>
    NotInProfile,

    /// <summary>An allocation that the lock file holds, and that the program would move.</summary>
    LockedAllocation,

    /// <summary>A prefix to be given out, and no room for it.</summary>
    NoFreePrefix,

    /// <summary>A number outside its range, such as that of an autonomous system or a VLAN.</summary>
    InvalidNumber,

    /// <summary>An endpoint of a dual-stack accelerator that has not both families, or does not see the client's address.</summary>
    AcceleratorFamilies,

    /// <summary>A listener of a custom routing accelerator with fewer ports than the destinations of its subnets take.</summary>
    CustomRoutingPorts,

    /// <summary>An intent that says nothing, such as one about nobody, or that speaks of what has no traffic.</summary>
    InvalidIntent,
}

/// <summary>
/// A value that a builder could not take. The element that it belongs to, and what lies inside, is left out of the
/// topology, which is therefore not whole: it can be checked, and can not be compiled or run.
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">What is wrong, with the value, and what to write instead; no capital, no full stop.</param>
/// <param name="Origin">The value's own text.</param>
public sealed record Problem(ProblemKind Kind, string Text, Origin Origin)
{
    /// <summary>The other party, such as the first holder of a name.</summary>
    public Origin? Other { get; init; }

    /// <summary>What to write in place of the value, where there is one answer; a code fix offers it.</summary>
    public string? Replacement { get; init; }
}
