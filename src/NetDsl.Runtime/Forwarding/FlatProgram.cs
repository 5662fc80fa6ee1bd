using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Runtime.Forwarding;

/// <summary>What a step of a path does.</summary>
internal enum StepKind : byte
{
    SenderGroups,
    NetworkAcl,
    Route,
    Peering,
    Relay,
    TransitGateway,
    NatGateway,
    InternetGatewayOut,
    InternetGatewayIn,
    InterfaceEntry,
    Forward,
    GatewayEndpoint,
    EgressOnlyGateway,
    RegisteredSource,
    Inspection,
}

/// <summary>A step without what only explanations need.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Argument">The filter, the holder, the VPC, the list of prefixes or the inspection that it works with.</param>
/// <param name="Subnet">
/// The subnet whose edge it is, for a network ACL; the source VPC, for the entry of an interface; the host, for a forwarder; the VPC, for an egress-only gateway.
/// </param>
/// <param name="Inbound">Whether the packet enters the subnet.</param>
internal readonly record struct FlatStep(StepKind Kind, int Argument, int Subnet, bool Inbound)
{
    /// <summary>What a forwarder does.</summary>
    public HostForwarding Forwarding { get; init; }

    /// <summary>Its place in its program, which tells the steps from each other where some are left out.</summary>
    public int Place { get; init; }
}

/// <summary>How a path ends.</summary>
internal enum EndKind : byte
{
    Deliver,
    HostService,
    Service,
    Nat64,
    Exit,
    Drop,
    Spread,
    Junction,
}

/// <summary>A path program without what only explanations need.</summary>
/// <param name="FirstStep">Its first step in the table of steps.</param>
/// <param name="StepCount">The number of its steps.</param>
/// <param name="End">How it ends.</param>
/// <param name="Vpc">The VPC that it ends in, when it delivers.</param>
/// <param name="SourceVpc">
/// The VPC whose private address the source is then; -1 when it is none, and <see cref="JunctionEnd.Carried"/> when the path before a junction tells.
/// </param>
/// <param name="Code">Why it drops, when it does.</param>
/// <param name="IsAutoTracked">Whether connections on it are tracked whatever the rules say .</param>
internal readonly record struct FlatProgram(
    int FirstStep, int StepCount, EndKind End, int Vpc, int SourceVpc, DropCode Code, bool IsAutoTracked)
{
    /// <summary>The NAT gateway that it ends at for NAT64; -1 for every other end.</summary>
    public int Nat64Holder { get; init; } = -1;

    /// <summary>The source class of what NAT64 sends on.</summary>
    public int Nat64Source { get; init; } = -1;

    /// <summary>The programs of the equal paths that it goes on by; empty when it ends otherwise.</summary>
    public EquatableArray<int> Rest { get; init; } = [];

    /// <summary>The junction that tells the rest of the path; -1 when it ends otherwise.</summary>
    public int Junction { get; init; } = -1;

    /// <summary>Its first step among those that decide something.</summary>
    public int FirstDeciding { get; init; }

    /// <summary>The number of its steps that decide something.</summary>
    public int DecidingCount { get; init; }
}

/// <summary>A place in a path, by which the graph tells the rest.</summary>
/// <param name="Program">The path program.</param>
/// <param name="Step">The step inside it; the number of steps for its end.</param>
internal readonly record struct PathPosition(int Program, int Step);
