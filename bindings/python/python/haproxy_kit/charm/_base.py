"""What both interfaces and all their versions have in common."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any, ClassVar

try:
    import ops
except ModuleNotFoundError as error:
    if error.name != "ops":
        raise
    raise ModuleNotFoundError(
        "haproxy_kit.charm needs ops: pip install 'haproxy-kit[ops]'", name="ops"
    ) from None

from haproxy_kit.errors import RouteError
from haproxy_kit.route._model import DatabagModel

__all__ = ["Provider", "Requirer", "ops", "shared"]

logger = logging.getLogger(__name__)


class Provider(ops.Object):
    """The provider's side of an endpoint: reads what requirers say, and publishes where they are reached."""

    _application: ClassVar[type[DatabagModel]]
    _unit: ClassVar[type[DatabagModel]]
    _published: ClassVar[type[DatabagModel]]
    _invalid: ClassVar[type[Exception]]
    _skips_empty_units: ClassVar[bool] = True
    _reacts_to_created: ClassVar[bool] = True

    def __init__(
        self, charm: ops.CharmBase, relation_name: str, raise_on_validation_error: bool
    ) -> None:
        super().__init__(charm, relation_name)
        self._relation_name = relation_name
        self.charm = charm
        self.raise_on_validation_error = raise_on_validation_error
        events = charm.on[relation_name]
        if self._reacts_to_created:
            self.framework.observe(events.relation_created, self._configure)
        self.framework.observe(events.relation_changed, self._configure)
        self.framework.observe(events.relation_broken, self._on_data_removed)
        self.framework.observe(events.relation_departed, self._on_data_removed)

    @property
    def relations(self) -> list[ops.Relation]:
        """The relations of the endpoint."""
        return list(self.charm.model.relations[self._relation_name])

    def _configure(self, _event: ops.EventBase) -> None:
        relations = self.relations
        if relations:
            self._get_data(relations)
            self._emit_available()

    def _on_data_removed(self, _event: ops.EventBase) -> None:
        self._emit_removed()

    def _get_data(self, relations: list[ops.Relation]) -> Any:
        raise NotImplementedError

    def _emit_available(self) -> None:
        raise NotImplementedError

    def _emit_removed(self) -> None:
        raise NotImplementedError

    def _read(
        self, relations: Iterable[ops.Relation]
    ) -> tuple[list[tuple[ops.Relation, Any, list[Any]]], set[int]]:
        """What each requirer says, and the numbers of the relations with invalid data."""
        requirers = []
        invalid = set()
        for relation in relations:
            try:
                requirers.append((relation, self._read_application(relation), self._read_units(relation)))
            except RouteError as error:
                if self.raise_on_validation_error:
                    message = f"relation {relation.id} has invalid data: {error}"
                    raise self._invalid(message) from error
                logger.error("relation %s has invalid data: %s", relation.id, error)
                invalid.add(relation.id)
        return requirers, invalid

    def _read_application(self, relation: ops.Relation) -> Any:
        application: Any = relation.app
        return self._application.load({} if application is None else relation.data[application])

    def _read_units(self, relation: ops.Relation) -> list[Any]:
        units = []
        for unit in sorted(relation.units, key=_order):
            databag = relation.data[unit]
            if not databag and self._skips_empty_units:
                logger.error("unit %s has not said where it is reached", unit.name)
                continue
            units.append(self._unit.load(databag))
        return units

    def _publish(self, endpoints: list[str], relation: ops.Relation) -> None:
        self._published(endpoints=endpoints).dump(relation.data[self.charm.app], clear=True)


class Requirer(ops.Object):
    """The requirer's side of an endpoint: says what its application wants, and where each unit is."""

    _application: ClassVar[type[DatabagModel]]
    _unit: ClassVar[type[DatabagModel]]
    _published: ClassVar[type[DatabagModel]]
    _binds_to: ClassVar[str | None] = None
    """The binding that tells a unit's address; that of the endpoint where it is ``None``."""

    relation: ops.Relation | None
    """The relation of the endpoint; may be assigned."""
    _application_data: dict[str, Any]
    """What the application says, by the names of fields."""

    def __init__(self, charm: ops.CharmBase, relation_name: str, unit_address: Any) -> None:
        super().__init__(charm, relation_name)
        self._relation_name = relation_name
        self.charm = charm
        self.relation = charm.model.get_relation(relation_name)
        self.app = charm.app
        self._unit_address = unit_address
        self._application_data = {}
        events = charm.on[relation_name]
        self.framework.observe(events.relation_created, self._configure)
        self.framework.observe(events.relation_changed, self._configure)
        self.framework.observe(events.relation_broken, self._on_relation_broken)

    def update_relation_data(self) -> None:
        """Writes what the application and this unit say; the application only where this is the leader.

        Raises ``DataValidationError`` where that is invalid.
        """
        if not self._is_configured():
            logger.warning("what is required is missing; the relation data stays as it is")
            return
        if self.relation is None:
            return
        if self.charm.unit.is_leader():
            data = self._application.from_dict(self._application_data)
            data.dump(self.relation.data[self.app], clear=True)
        self._unit_data().dump(self.relation.data[self.charm.unit], clear=True)

    def _configure(self, _event: ops.EventBase) -> None:
        self.update_relation_data()
        if self.relation is not None and self._endpoints():
            self._emit_ready()

    def _on_relation_broken(self, _event: ops.EventBase) -> None:
        self._emit_removed()

    def _is_configured(self) -> bool:
        raise NotImplementedError

    def _emit_ready(self) -> None:
        raise NotImplementedError

    def _emit_removed(self) -> None:
        raise NotImplementedError

    def _unit_data(self) -> DatabagModel:
        address = self._unit_address
        if not address:
            binding = self.charm.model.get_binding(self._binds_to or self._relation_name)
            address = binding.network.bind_address if binding is not None else None
        if not address:
            raise self._unit._error("No unit IP available.", code="no-address")
        return self._unit.from_dict({"address": address})

    def _endpoints(self) -> list[Any]:
        """Where the service is reached; nothing as long as the provider has not said so."""
        relation: Any = self.relation
        if relation is None or not relation.app:
            return []
        try:
            databag = relation.data[relation.app]
            if not databag:
                return []
            endpoints: list[Any] = getattr(self._published.load(databag), "endpoints")
            return endpoints
        except ops.ModelError as error:
            logger.error("the provider's data cannot be read: %s", error)
        except RouteError as error:
            logger.error("the provider's data is invalid: %s", error)
        return []


def _order(unit: ops.Unit) -> tuple[str, int, str]:
    """What orders units: ``web/2`` before ``web/10``."""
    application, _, number = unit.name.rpartition("/")
    return application, int(number) if number.isdecimal() else -1, unit.name


def shared(values: Iterable[tuple[Any, int]]) -> set[int]:
    """The relations whose value another one has, too; ``None`` is no value."""
    first: dict[Any, int] = {}
    result = set()
    for value, relation_id in values:
        if value is not None and first.setdefault(value, relation_id) != relation_id:
            result |= {first[value], relation_id}
    return result
