using NetDsl.Model;

namespace NetDsl;

/// <summary>An Auto Scaling group: like instances over the zones of its subnets.</summary>
public sealed class AutoScalingGroupBuilder : ElementBuilder
{
    private readonly VpcBuilder vpc;
    private readonly List<InstanceBuilder> instances = [];
    private readonly (int Minimum, int Desired, int Maximum) sizes;

    internal AutoScalingGroupBuilder(VpcBuilder vpc, Declaration declaration, (int Minimum, int Desired, int Maximum) sizes)
        : base(vpc.Network, declaration)
    {
        this.vpc = vpc;
        this.sizes = sizes;
    }

    /// <summary>Its instances, named after it and numbered from 1: as many as are desired.</summary>
    public IReadOnlyList<InstanceBuilder> Instances => instances;

    internal void Launch(InstanceBuilder instance) => instances.Add(instance);

    internal AutoScalingGroup Build(Func<ElementBuilder, bool> isPresent) => new(
        Id,
        Origin,
        vpc.Id,
        sizes.Minimum,
        sizes.Desired,
        sizes.Maximum,
        instances.Where(instance => isPresent(instance.Primary)).Select(instance => instance.Id).ToEquatableArray());
}
