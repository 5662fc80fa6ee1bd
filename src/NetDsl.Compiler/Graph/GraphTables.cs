namespace NetDsl.Compiler.Graph;

/// <summary>The tables of a graph that most networks have nothing in; see <see cref="ForwardingGraph.Has"/>.</summary>
[Flags]
public enum GraphTables
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><see cref="ForwardingGraph.Distributions"/>.</summary>
    Distributions = 1,

    /// <summary><see cref="ForwardingGraph.Endpoints"/>.</summary>
    Endpoints = 1 << 1,

    /// <summary><see cref="ForwardingGraph.Policies"/>.</summary>
    Policies = 1 << 2,

    /// <summary><see cref="ForwardingGraph.ResourcePolicies"/>.</summary>
    ResourcePolicies = 1 << 3,

    /// <summary><see cref="ForwardingGraph.Services"/>.</summary>
    Services = 1 << 4,

    /// <summary><see cref="ForwardingGraph.Inspections"/>.</summary>
    Inspections = 1 << 5,

    /// <summary><see cref="ForwardingGraph.Resolvers"/>.</summary>
    Resolvers = 1 << 6,

    /// <summary><see cref="ForwardingGraph.Accelerations"/>.</summary>
    Accelerations = 1 << 7,

    /// <summary><see cref="ForwardingGraph.Edges"/>.</summary>
    Edges = 1 << 8,

    /// <summary><see cref="ForwardingGraph.Clients"/>.</summary>
    Clients = 1 << 9,

    /// <summary><see cref="ForwardingGraph.Circuits"/>.</summary>
    Circuits = 1 << 10,

    /// <summary><see cref="ForwardingGraph.TransitGateways"/>.</summary>
    TransitGateways = 1 << 11,

    /// <summary><see cref="ForwardingGraph.Attachments"/>.</summary>
    Attachments = 1 << 12,
}
