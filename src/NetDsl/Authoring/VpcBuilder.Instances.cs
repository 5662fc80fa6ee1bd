namespace NetDsl;

/// <content>Instances by name.</content>
public sealed partial class VpcBuilder
{
    // Made when somebody asks for the first time, and kept from then on; nothing stands for a name that several have, all but one of them left out.
    private Dictionary<string, InstanceBuilder?>? instancesByName;

    /// <summary>Takes in an instance that is declared in a subnet.</summary>
    internal void Remember(InstanceBuilder instance)
    {
        // What a failed look-up answered with is in a subnet that the VPC does not have.
        if (instancesByName is { } known && subnets.Contains(instance.Subnet))
        {
            Index(known, instance);
        }
    }

    /// <summary>The first instance of that name, in the order of subnets and then of declaration.</summary>
    private InstanceBuilder? InstanceOf(string? name)
    {
        if (instancesByName is null)
        {
            instancesByName = [];
            foreach (var instance in subnets.SelectMany(subnet => subnet.Instances))
            {
                Index(instancesByName, instance);
            }
        }

        return name is null || !instancesByName.TryGetValue(name, out var found) ? null
            : found ?? subnets.SelectMany(subnet => subnet.Instances).First(instance => instance.Name == name);
    }

    private static void Index(Dictionary<string, InstanceBuilder?> known, InstanceBuilder instance) =>
        known[instance.Name] = known.ContainsKey(instance.Name) ? null : instance;
}
