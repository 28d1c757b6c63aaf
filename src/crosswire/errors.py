"""What can go wrong, said so that a reader knows what, which one, and what to do."""


class CrosswireError(Exception):
    """The base of all errors that crosswire raises on purpose."""


class InputError(CrosswireError):
    """One input cannot be read; the run goes on and lists it as a problem."""


class NothingReadError(CrosswireError):
    """No article could be read from any input, so there is no record to write."""


class SettingsError(CrosswireError):
    """The configuration file or a setting in it is wrong."""


class RecordError(CrosswireError):
    """A folder holds no record, or one that breaks the contract."""


class ExportError(CrosswireError):
    """A part of a record cannot be written in a form that was asked for."""
