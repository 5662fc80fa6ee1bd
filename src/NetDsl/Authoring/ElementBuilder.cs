using NetDsl.Model;

namespace NetDsl;

/// <summary>What all builders share: an identity in a network.</summary>
public abstract class ElementBuilder
{
    private protected ElementBuilder(NetworkBuilder network, Declaration declaration)
    {
        Network = network;
        Id = declaration.Id;
        Origin = declaration.Origin;
        IsLeftOut = declaration.IsLeftOut;
    }

    /// <summary>The name within the parent.</summary>
    public string Name => Id.Name;

    /// <summary>The identity.</summary>
    public ElementId Id { get; }

    internal NetworkBuilder Network { get; }

    internal Origin Origin { get; }

    /// <summary>Whether a problem keeps this element, and so everything inside it, out of the topology.</summary>
    internal bool IsLeftOut { get; private set; }

    internal void LeaveOut() => IsLeftOut = true;
}

/// <summary>What a route can send packets to.</summary>
public interface IRouteTarget
{
    /// <summary>The identity of the target.</summary>
    ElementId Id { get; }
}

/// <summary>A name that was asked for: granted, or left out because of a problem.</summary>
internal readonly record struct Declaration(ElementId Id, Origin Origin, bool IsLeftOut);
